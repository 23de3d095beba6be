# Nothing of what the server needs is compiled: no dependency's own scripts run. Not `npm ci`: it refuses a lock file that
# lacks the optional packages of other platforms, which not every registry has; the lock file decides all the same.
FROM node:24-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

FROM manifests AS build
RUN npm install --no-save --ignore-scripts
COPY tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY console ./console
RUN npm run build

FROM manifests AS dependencies
RUN npm install --no-save --omit=dev --omit=peer --ignore-scripts && npm cache clean --force

FROM node:24-slim
ENV NODE_ENV=production \
    PASSERELLE_DATA=/data \
    PASSERELLE_HOST=0.0.0.0 \
    PASSERELLE_PORT=8787
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/console/dist ./console/dist
COPY package.json LICENSE ./
COPY sample ./sample
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8787
STOPSIGNAL SIGTERM
# With `tls` set, override it: this one asks over plain HTTP.
HEALTHCHECK --interval=5s --timeout=4s --start-period=20s --retries=2 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.PASSERELLE_PORT || 8787) + '/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "dist/cli/main.js"]
CMD ["serve"]
